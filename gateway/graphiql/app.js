/* global Worker, URLSearchParams, document, history, location, sessionStorage -- runs in browsers */
import { GraphiQL } from 'graphiql';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { createElement as h, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './app.css';

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(`/graphiql/${label === 'json' || label === 'graphql' ? label : 'editor'}.worker.js`, { type: 'module' }),
};

const KEY = 'access-token';
/** A fragment never leaves the browser, so a link may carry a token: `/#token=…`. */
const given = new URLSearchParams(location.hash.slice(1)).get('token');
if (given) {
  sessionStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname);
}

/** Subscriptions go over a socket of this very address, signed in as everything else; it opens with the first one. */
const fetcher = (token) => {
  const authorization = token && `Bearer ${token}`;
  return createGraphiQLFetcher({
    url: '/graphql',
    wsClient: createClient({
      url: `${location.origin.replace('http', 'ws')}/graphql`,
      ...(token && { connectionParams: { authorization } }),
    }),
    ...(token && { headers: { authorization } }),
  });
};

const App = () => {
  const [token, setToken] = useState(sessionStorage.getItem(KEY) ?? '');
  const remember = ({ target }) => {
    const value = target.value.trim().replace(/^Bearer +/i, '');
    sessionStorage.setItem(KEY, value);
    setToken(value);
  };
  // Not with every key that is pressed: each has a socket of its own.
  const ask = useMemo(() => fetcher(token), [token]);
  return h(
    'div',
    { className: 'gateway-page' },
    h(
      'label',
      { className: 'gateway-token' },
      'Access token',
      h('input', {
        type: 'password',
        autoComplete: 'off',
        spellCheck: false,
        placeholder: 'paste one to sign in',
        value: token,
        onChange: remember,
      }),
    ),
    // A new key reads the schema again, as the one who signed in.
    h('div', { className: 'gateway-editor' }, h(GraphiQL, { key: token, fetcher: ask })),
  );
};

createRoot(document.getElementById('app')).render(h(App));
