import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, ApiError, apiPath, onSignedOut } from './client';

describe('apiPath', () => {
  it('repeats lists and leaves out what is absent', () =>
    expect(apiPath(['assets', 'P-101', 'series'], { channel: ['a', 'b'], from: undefined, buckets: 300 })).toBe(
      '/api/v1/assets/P-101/series?channel=a&channel=b&buckets=300',
    ));
  it('escapes ids that hold slashes or signs', () =>
    expect(apiPath(['assets', 'area 1/P&1'])).toBe('/api/v1/assets/area%201%2FP%261'));
});

describe('api', () => {
  const answers = (status: number, body: string) =>
    vi.stubGlobal('fetch', vi.fn(async () => new Response(body === '' ? null : body, { status })));
  afterEach(() => vi.unstubAllGlobals());

  it('guards writes against forgery', async () => {
    answers(200, '{}');
    await api.actOnAlarm('7', 'shelve', { minutes: 30, reason: 'test' });
    const [path, init] = vi.mocked(fetch).mock.calls[0]!;
    expect(path).toBe('/api/v1/alarms/7/shelve');
    expect(init).toMatchObject({ method: 'POST', headers: { 'X-Requested-With': 'industrialmind' } });
    expect(init?.body).toBe('{"minutes":30,"reason":"test"}');
  });

  it('tells what the problem says and what to do next', async () => {
    answers(409, '{"title":"Illegal","status":409,"detail":"It is shelved.","next":"Unshelve it."}');
    const refusal = await api.plant().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ message: 'It is shelved.', status: 409, next: 'Unshelve it.' });
  });

  it('copes with an error page that is not JSON', async () => {
    answers(502, '<html>Bad gateway</html>');
    await expect(api.plant()).rejects.toMatchObject({ message: 'The platform answered 502.', status: 502 });
  });

  it('says when the session has ended', async () => {
    answers(401, '');
    const ended = vi.fn();
    const stop = onSignedOut(ended);
    await expect(api.plant()).rejects.toMatchObject({ status: 401 });
    stop();
    expect(ended).toHaveBeenCalledOnce();
  });

  it('reads an answer without a body', async () => {
    answers(204, '');
    await expect(api.signOut()).resolves.toBeUndefined();
  });
});
