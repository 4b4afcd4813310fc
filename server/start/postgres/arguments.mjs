/**
 * How a cluster is made. The builtin provider sorts the same on every machine, whatever its C library.
 * @param {string} folder
 * @param {string} passwordFile
 */
export function initdbArguments(folder, passwordFile) {
  return [
    ['-D', folder],
    ['-U', 'postgres'],
    ['-A', 'scram-sha-256'],
    [`--pwfile=${passwordFile}`],
    ['-E', 'UTF8'],
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--no-instructions'],
  ].flat();
}

/**
 * How it is run: for this machine alone.
 * @param {string} folder
 * @param {number} port
 * @param {number} maxConnections
 */
export function postgresArguments(folder, port, maxConnections) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: maxConnections,
  };
  const named = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder, '-p', String(port), ...named];
}
