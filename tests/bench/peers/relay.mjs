/** The yardstick: a WebSocket relay that forwards each message's bytes to all others in the room and knows nothing else. */
import { WebSocket, WebSocketServer } from 'ws';
import { tellParent } from './child.mjs';

const rooms = new Map();
const server = new WebSocketServer({
  host: '127.0.0.1',
  port: Number(process.env.BENCH_PORT),
  perMessageDeflate: false,
});

server.on('connection', (socket, request) => {
  const name = request.url ?? '/';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data, { binary: true });
    }
  });
  socket.on('close', () => room.delete(socket));
});
server.on('listening', () => tellParent(server.address().port));
