import { AwsClient } from 'aws4fetch';
import { checkKey, type Files } from './files.ts';

export interface S3Options {
  /** `https://host[:port]` of the store; path-style addressing, which all self-hosted stores accept. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Files in an S3 bucket, so that any number of servers share them. */
export const s3Files = ({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Options): Files => {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const addressOf = (key: string) => `${endpoint}/${bucket}/${checkKey(key)}`;
  const send = async (key: string, init: RequestInit, accept: readonly number[]): Promise<Response> => {
    const response = await client.fetch(addressOf(key), init);
    if (accept.includes(response.status)) return response;
    await response.body?.cancel();
    throw new Error(`file store answered ${response.status}`);
  };
  const files: Files = {
    put: async (key, content, type) => {
      await send(
        key,
        { method: 'PUT', body: content as Uint8Array<ArrayBuffer>, headers: { 'content-type': type } },
        [200],
      );
    },
    get: async (key) => {
      const response = await send(key, { method: 'GET' }, [200, 404]);
      if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
      await response.body?.cancel();
      return null;
    },
    remove: async (key) => {
      await send(key, { method: 'DELETE' }, [200, 204, 404]);
    },
    check: async () => {
      await files.put('check/write', new Uint8Array([1]), 'application/octet-stream');
      await files.remove('check/write');
    },
  };
  return files;
};
