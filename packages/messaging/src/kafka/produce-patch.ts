import { requests } from 'kafkajs/src/protocol/requests/index.js';

import { produceRequest } from './produce-request.ts';

const FIRST_VERSION_WITH_HEADERS = 3;

let patched = false;

/** Lets kafkajs send what our encoder made of our records: its own takes two thirds of the relay's time. */
export const patchProduceEncoding = () => {
  if (patched) return;
  patched = true;
  const { protocol } = requests.Produce;
  requests.Produce.protocol = ({ version }) => {
    const make = protocol({ version });
    return (call) => {
      const made = make(call);
      if (version < FIRST_VERSION_WITH_HEADERS) return made;
      const encode = () => {
        const bytes = produceRequest(call, Date.now());
        return bytes ? Promise.resolve({ buf: bytes, buffer: bytes }) : made.request.encode();
      };
      return { ...made, request: { ...made.request, encode } };
    };
  };
};
