import { describe, expect, it } from 'vitest';
import { binaryResults, hashMakers, randomFillers } from '../../../src/knowledge/binary-values.ts';
import { readByteStrings } from '../../../src/read/go/syntax/byte-strings.ts';
import { damageText, withstand } from '../damage.ts';
import { parser } from './read.ts';

const sources = { results: binaryResults, hashes: hashMakers, fillers: randomFillers };

const file = (body: string): string => `package main

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"

	"example.com/hello/pb"
)

func f(given []byte, n *pb.Note) {
${body}
}
`;

const found = (body: string): string[] =>
  readByteStrings(parser, file(body), sources, new Map()).map(
    ({ type, field, bytes, from }) => `${type.name}.${field} ${bytes} ${from.package}.${from.name}`,
  );

describe('bytes that are made a string', () => {
  it.each([
    ['an array', 's := sha256.Sum256(given)\n_ = pb.Note{Text: string(s[:])}', 'Note.Text s[:] crypto/sha256.Sum256'],
    [
      'a part',
      's := sha256.Sum256(given)\np := s[:4]\n_ = pb.Note{Text: string(p)}',
      'Note.Text p crypto/sha256.Sum256',
    ],
    [
      'a sum at once',
      '_ = pb.Note{Text: string(sha256.New().Sum(nil))}',
      'Note.Text sha256.New().Sum(nil) crypto/sha256.New',
    ],
    ['a sum', 'h := hmac.New(nil, nil)\nn.Text = string(h.Sum(nil))', 'Note.Text h.Sum(nil) crypto/hmac.New'],
    ['random bytes', 'b := make([]byte, 8)\nrand.Read(b)\nn.Text = string(b)', 'Note.Text b crypto/rand.Read'],
  ])('%s', (_, body, expected) => {
    expect(found(body)).toEqual([expected]);
  });

  it.each([
    ['a parameter', 'n.Text = string(given)'],
    ['a sum behind other bytes', 'h := sha256.New()\nn.Text = string(h.Sum(given))'],
    ['a slice that is written to', 'b := make([]byte, 8)\nrand.Read(b)\nb[0] = 1\nn.Text = string(b)'],
    ['a slice that a function gets', 'b := make([]byte, 8)\nrand.Read(b)\nencode(b)\nn.Text = string(b)'],
    ['a slice that is filled later', 'b := make([]byte, 8)\nn.Text = string(b)\nrand.Read(b)'],
    ['a variable with two values', 'b := sha256.New().Sum(nil)\nb = given\nn.Text = string(b)'],
    ['a conversion by another name', 'string := other\ns := sha256.Sum256(given)\nn.Text = string(s[:])'],
    ['a field of something unknown', 's := sha256.Sum256(given)\nx.Text = string(s[:])'],
    ['an argument', 's := sha256.Sum256(given)\nput(string(s[:]))'],
    ['a key', 's := sha256.Sum256(given)\n_ = map[string]int{string(s[:]): 1}'],
    ['one of two that are set', 's := sha256.Sum256(given)\nn.Text, n.Other = string(s[:]), ""'],
  ])('is silent about %s', (_, body) => {
    expect(found(body)).toEqual([]);
  });

  it('stands broken source', () => {
    withstand([file('b := make([]byte, 8)\nrand.Read(b)\nn.Text = string(b)')], damageText, (text) => {
      readByteStrings(parser, text, sources, new Map());
    });
  });
});
