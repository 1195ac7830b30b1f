/** @param message the parsed body; its token can be used once */
export async function verify(server, key, { verificationToken, appId, appEnv }) {
  const answer = await fetch(`${server}/v4/tokens/webhook-verification/checking-consumption`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ token: verificationToken, appId, appEnv }),
  });
  return answer.ok && (await answer.json()).isValid === true;
}
