import { type ClientRequest, request } from 'node:http';

/** Called for each event that a subscriber is sent. */
type OnNews = () => void;

export type Subscribers = { readonly leave: () => void };

const QUERY = 'subscription ($id: ID!) { customerChanged(id: $id) { id name } }';

/** So many subscribers over server-sent events, a connection each. */
export const overEvents = async (gateway: string, id: string, count: number, onNews: OnNews): Promise<Subscribers> => {
  const body = JSON.stringify({ query: QUERY, variables: { id } });
  const headers = { accept: 'text/event-stream', 'content-type': 'application/json' };
  const requests: ClientRequest[] = [];
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const asked = request(`${gateway}/graphql`, { method: 'POST', headers, agent: false }, (response) => {
        response.on('data', (bytes: Buffer) => {
          if (bytes.includes('event: next')) onNews();
        });
        // Cut when we leave.
        response.on('error', () => undefined);
        resolve();
      });
      asked.on('error', reject).end(body);
      requests.push(asked);
    });
  for (let at = 0; at < count; at += 1) await one();
  return {
    leave: () => {
      for (const each of requests) each.destroy();
    },
  };
};

/** So many subscribers over WebSocket, a connection each. */
export const overSockets = async (gateway: string, id: string, count: number, onNews: OnNews): Promise<Subscribers> => {
  const sockets: WebSocket[] = [];
  const subscribe = JSON.stringify({ id: '1', type: 'subscribe', payload: { query: QUERY, variables: { id } } });
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${gateway.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      socket.addEventListener('open', () => {
        socket.send('{"type":"connection_init"}');
      });
      socket.addEventListener('error', () => {
        reject(new Error('The gateway took no socket'));
      });
      socket.addEventListener('message', ({ data }) => {
        if (String(data).includes('connection_ack')) {
          socket.send(subscribe);
          resolve();
        }
        if (String(data).includes('"next"')) onNews();
      });
      sockets.push(socket);
    });
  for (let at = 0; at < count; at += 1) await one();
  return {
    leave: () => {
      for (const each of sockets) each.close();
    },
  };
};
