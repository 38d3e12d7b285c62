import { createECDH } from 'node:crypto';
import { load } from 'koffi';
import { describe, expect, test } from 'vitest';
import { nodeAgreement, openSslAgreement } from '../../../../notifier/senders/push/key-agreement.ts';

const openSsl = await openSslAgreement();
const peekError = load(null).func('unsigned long ERR_peek_error()') as () => number;

function browser() {
  const own = createECDH('prime256v1');
  return { point: own.generateKeys(), secretWith: (point: Uint8Array) => own.computeSecret(point).toString('hex') };
}

function offCurve() {
  const { point } = browser();
  point[40]! ^= 1;
  return point;
}

test('OpenSSL is reached where koffi has a binary', () => expect(openSsl).not.toBeNull());

describe.each([
  ['Node', nodeAgreement()],
  ['OpenSSL', openSsl!],
])('an agreement by %s', (_, agree) => {
  test('is what the browser comes to', () => {
    const { point, secretWith } = browser();
    const { ownPoint, shared } = agree(point);
    expect(ownPoint).toHaveLength(65);
    expect(secretWith(ownPoint)).toBe(Buffer.from(shared).toString('hex'));
  });

  test('reads a point in the middle of other bytes', () => {
    const { point, secretWith } = browser();
    const among = Buffer.concat([Buffer.alloc(81, 7), point, Buffer.alloc(16, 9)]);
    const { ownPoint, shared } = agree(among.subarray(81, 81 + 65));
    expect(secretWith(ownPoint)).toBe(Buffer.from(shared).toString('hex'));
  });

  test('makes a new key pair each time', () => {
    const { point } = browser();
    const points = Array.from({ length: 200 }, () => Buffer.from(agree(point).ownPoint).toString('hex'));
    expect(new Set(points).size).toBe(200);
  });

  test.each([
    ['off the curve', offCurve()],
    ['cut short', browser().point.subarray(0, 64)],
    ['empty', new Uint8Array()],
    ['at infinity', new Uint8Array(1)],
    ['of zeros', new Uint8Array(65)],
  ])('refuses a point %s, and leaves no error behind for TLS to find', (_what, point) => {
    expect(() => agree(point)).toThrow();
    expect(peekError()).toBe(0);
    const { point: good, secretWith } = browser();
    const { ownPoint, shared } = agree(good);
    expect(secretWith(ownPoint)).toBe(Buffer.from(shared).toString('hex'));
  });
});

describe('OpenSSL is not used', () => {
  test('where koffi has no binary', async () => {
    expect(await openSslAgreement(() => Promise.reject(new Error('Cannot find the native Koffi module')))).toBeNull();
  });

  test('where the executable exports another one', async () => {
    const other = { func: () => () => 1 };
    expect(await openSslAgreement(() => Promise.resolve(other))).toBeNull();
  });

  test.each(['EC_KEY_new_by_curve_name', 'EC_KEY_get0_group', 'EC_POINT_new'])(
    'where %s gives nothing, and nothing is done with that',
    async (nothing) => {
      const done: string[] = [];
      const other = {
        func: (definition: string) => () => {
          if (definition.includes(nothing)) return null;
          done.push(/\w+(?=\()/.exec(definition)![0]);
          return 1;
        },
      };
      expect(await openSslAgreement(() => Promise.resolve(other))).toBeNull();
      const before = ['EC_KEY_new_by_curve_name', 'EC_KEY_get0_group', 'EC_POINT_new'];
      expect(done).toEqual(before.slice(0, before.indexOf(nothing)));
    },
  );

  test('where it comes to another secret than Node', async () => {
    const real = load(null);
    const wrong = {
      func: (definition: string) => {
        const call = real.func(definition) as (...values: unknown[]) => unknown;
        if (!definition.includes('ECDH_compute_key')) return call;
        return (to: Uint8Array, ...rest: unknown[]) => {
          const size = call(to, ...rest);
          to[0]! ^= 1;
          return size;
        };
      },
    };
    expect(await openSslAgreement(() => Promise.resolve(wrong as never))).toBeNull();
  });
});
