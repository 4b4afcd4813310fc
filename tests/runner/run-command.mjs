import { spawn } from 'node:child_process';

/**
 * Runs a command with its output shown. Resolves with its exit code; -1 when it could not start, -2 when it
 * took longer than `timeoutMs` (it and its children are then stopped by process group).
 */
export function runCommand(command, args, { cwd, env = process.env, timeoutMs }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    const stopGroup = (signal) => {
      try {
        process.kill(-child.pid, signal);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    };
    const timer = setTimeout(() => {
      console.error(`${command} took longer than ${timeoutMs / 60_000} minutes and was stopped.`);
      stopGroup('SIGKILL');
      resolve(-2);
    }, timeoutMs);
    const passOn = (signal) => stopGroup(signal);
    process.on('SIGINT', passOn);
    process.on('SIGTERM', passOn);
    const done = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', passOn);
      process.off('SIGTERM', passOn);
      resolve(code);
    };
    child.on('error', (error) => {
      console.error(`${command} could not start: ${error.message}`);
      done(-1);
    });
    child.on('exit', (code) => done(code ?? -1));
  });
}
