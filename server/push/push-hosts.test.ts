import { describe, expect, it } from 'vitest';
import { isPublicAddress, isPushEndpoint, usualPushHosts } from './push-hosts.ts';

const usual = { hosts: usualPushHosts, testOrigin: null };

describe('where a browser may have itself woken', () => {
  it.each([
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://wns2-sg2p.notify.windows.com/w/?token=abc',
    'https://web.push.apple.com/abc',
  ])('%s is one', (endpoint) => {
    expect(isPushEndpoint(endpoint, usual)).toBe(true);
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/abc',
    'https://fcm.googleapis.com:8443/a',
    'https://a:b@fcm.googleapis.com/a',
    'https://fcm.googleapis.com.example.com/a',
    'https://evilfcm.googleapis.com/a',
    'https://.notify.windows.com/a',
    'https://notify.windows.com/a',
    'https://evilnotify.windows.com/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://2130706433/a',
    'https://localhost/a',
    'https://169.254.169.254/latest/meta-data',
    'http://127.0.0.1:4000/push',
    `https://fcm.googleapis.com/${'a'.repeat(1000)}`,
    'file:///etc/passwd',
    'no address',
  ])('%s is none', (endpoint) => {
    expect(isPushEndpoint(endpoint, usual)).toBe(false);
  });

  it('a test names one origin of its own, and no other is let in by it', () => {
    const test = { hosts: usualPushHosts, testOrigin: 'http://127.0.0.1:4000' };
    expect(isPushEndpoint('http://127.0.0.1:4000/push', test)).toBe(true);
    expect(isPushEndpoint('http://127.0.0.1:4001/push', test)).toBe(false);
  });
});

describe('what DNS may say', () => {
  it.each(['8.8.8.8', '142.250.4.95', '2404:6800:4003:c00::5f'])('%s is of the Internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:a00:1::1',
    'not an address',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
