import { describe, expect, test } from '@jest/globals';
import { localEndpoints, publicEndpoints } from '../../src/microsoft365/endpoints.ts';

const file = {
  login: 'https://localhost:3980/', graph: 'https://localhost:3980', botOpenId: 'https://localhost:3980/botframework/v1/.well-known/openidconfiguration',
  serviceUrls: ['https://localhost:3980'], tabFrameAncestors: ['http://localhost:3979'], tabOrigins: ['http://localhost:3979'],
};
const read = (change: object) => localEndpoints(JSON.stringify({ ...file, ...change }));

test('addresses are kept, the names in tokens are those of the public cloud', () => {
  const { login, graph, serviceUrls, botTokenIssuer, botScope } = read({});
  expect({ login, graph, serviceUrls }).toEqual({ login: 'https://localhost:3980', graph: 'https://localhost:3980', serviceUrls: ['https://localhost:3980/'] });
  expect({ botTokenIssuer, botScope }).toEqual({ botTokenIssuer: publicEndpoints.botTokenIssuer, botScope: publicEndpoints.botScope });
});

describe('a host that is not this machine is refused, whatever it looks like', () => {
  test.each([
    'https://graph.microsoft.com', 'https://localhost.attacker.example', 'https://localhost@attacker.example', 'https://127.0.0.1.nip.io',
    'https://10.0.0.5', 'https://[::2]', 'localhost:3980', '',
  ])('%s', (graph) => { expect(() => read({ graph })).toThrow(/graph.*npm start/); });
});

test('so is plain http where a token is sent', () => {
  expect(() => read({ login: 'http://localhost:3980' })).toThrow(/https/);
});

test('one wrong entry of a list is enough', () => {
  expect(() => read({ serviceUrls: ['https://localhost:3980', 'https://smba.trafficmanager.net/uk/'] })).toThrow(/serviceUrls.1/);
  expect(() => read({ tabOrigins: ['https://attacker.example'] })).toThrow(/tabOrigins/);
});

test('a file that is cut short is a sentence, not a stack', () => {
  expect(() => localEndpoints('{"login":')).toThrow(/endpoints\.json can't be used/);
});

test('a prefix of the public table ends with a slash, so that no longer host fits it', () => {
  expect(publicEndpoints.serviceUrls.every((url) => url.endsWith('/'))).toBe(true);
});
