// Cucumber's own reading of messages: each line against its schema, then all of them through its HTML formatter.
// node html-report.mjs MESSAGES HTML; exit code 1 when a line breaks the schema, and the complaints on the standard error.
import { readFileSync, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CucumberHtmlStream } from '@cucumber/html-formatter';
import Ajv from 'ajv/dist/2020.js';

const [messages, html] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(new URL('../messages.schema.json', import.meta.resolve('@cucumber/messages')), 'utf8'));
const isMessage = new Ajv.default({ strict: false, allErrors: true }).compile(schema);
const text = readFileSync(messages, 'utf8');
if (!text.endsWith('\n')) throw new Error('the last line is torn');
const envelopes = text.split('\n').slice(0, -1).map((line, index) => {
  const envelope = JSON.parse(line);
  if (!isMessage(envelope)) {
    process.exitCode = 1;
    for (const error of isMessage.errors) console.error(`line ${index + 1}: ${error.instancePath} ${error.message}`);
  }
  return envelope;
});
if (!process.exitCode) await pipeline(Readable.from(envelopes), new CucumberHtmlStream(), createWriteStream(html));
