import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultJson, readGatewayMuxes } from '../../../src/read/go/syntax/gateway-muxes.ts';
import { damageText, withstand } from '../damage.ts';
import { parser } from './read.ts';

/** The muxes of a file with this body of a function, and these lines before it. */
function muxes(body: string, before = '') {
  const text = `package main

import (
	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
)
${before}
func serve(given []runtime.ServeMuxOption, flag bool) {
${body}
}
`;
  return readGatewayMuxes(parser, text);
}

const names = { ...defaultJson, emitUnpopulated: false, discardUnknown: false, useProtoNames: true };
const marshaler = '&runtime.JSONPb{MarshalOptions: protojson.MarshalOptions{UseProtoNames: true}}';
const json = (body: string, before?: string) => muxes(body, before).map((mux) => mux.json);

describe('what a mux of grpc-gateway does with JSON', () => {
  it('is the default without options, and with options about other things', () => {
    expect(json('mux := runtime.NewServeMux()')).toEqual([defaultJson]);
    expect(json('mux := runtime.NewServeMux(runtime.WithErrorHandler(handle))')).toEqual([defaultJson]);
    expect(muxes('\tmux := runtime.NewServeMux()')).toMatchObject([{ line: 9, column: 9 }]);
  });

  it('is what the literal says, and what it does not say is off', () => {
    const option = `runtime.WithMarshalerOption(runtime.MIMEWildcard, ${marshaler})`;
    expect(json(`mux := runtime.NewServeMux(${option})`)).toEqual([names]);
    expect(json(`mux := runtime.NewServeMux(runtime.WithMarshalerOption("*", ${marshaler}))`)).toEqual([names]);
    expect(json(`opts := []runtime.ServeMuxOption{${option}}\nruntime.NewServeMux(opts...)`)).toEqual([names]);
    const wrapped = `&runtime.HTTPBodyMarshaler{Marshaler: ${marshaler}}`;
    expect(json(`runtime.NewServeMux(runtime.WithMarshalerOption("*", ${wrapped}))`)).toEqual([names]);
  });

  it('is found behind variables that nothing changes', () => {
    const use = 'runtime.NewServeMux(runtime.WithMarshalerOption(runtime.MIMEWildcard, m))';
    expect(json(`m := ${marshaler}\n${use}`)).toEqual([names]);
    expect(json(use, `var m = ${marshaler}`)).toEqual([names]);
    expect(
      json(`o := protojson.MarshalOptions{UseProtoNames: true}\nm := runtime.JSONPb{MarshalOptions: o}\n${use}`),
    ).toEqual([names]);
    expect(json(`m := ${marshaler}\nm.UseProtoNames = flag\n${use}`)).toEqual([undefined]);
    expect(json(`m := ${marshaler}\nif flag {\n m = nil\n}\n${use}`)).toEqual([undefined]);
  });

  it('is not known where it comes from elsewhere', () => {
    const unknown = [
      'runtime.NewServeMux(given...)',
      `runtime.NewServeMux(append(given, runtime.WithMarshalerOption("*", ${marshaler}))...)`,
      'runtime.NewServeMux(runtime.WithMarshalerOption("*", newMarshaler()))',
      'runtime.NewServeMux(runtime.WithMarshalerOption("*", &runtime.JSONPb{MarshalOptions: protojson.MarshalOptions{UseProtoNames: flag}}))',
      'runtime.NewServeMux(runtime.WithMarshalerOption("*", &own{runtime.JSONPb{}}))',
      'runtime.NewServeMux(runtime.WithMarshalerOption("*", &runtime.JSONPb{protojson.MarshalOptions{}, protojson.UnmarshalOptions{}}))',
      `runtime.NewServeMux(runtime.WithMarshalerOption("application/json", ${marshaler}))`,
      `runtime.NewServeMux(runtime.WithMarshalerOption(mime, ${marshaler}))`,
    ];
    const option = `runtime.WithMarshalerOption("*", ${marshaler})`;
    unknown.push(
      `var opts []runtime.ServeMuxOption\nif flag {\nopts = append(opts, ${option})\n}\nruntime.NewServeMux(opts...)`,
    );
    for (const call of unknown) expect(json(call), call).toEqual([undefined]);
  });

  it('is not asked of other types that clients may wish for, nor of other muxes', () => {
    expect(json(`runtime.NewServeMux(runtime.WithMarshalerOption("text/yaml", ${marshaler}))`)).toEqual([defaultJson]);
    expect(json('http.NewServeMux()')).toEqual([]);
    expect(json('runtime := other{}\nruntime.NewServeMux()')).toEqual([]);
  });
});

it('reads the muxes of the lab as they behave there', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../labs/gateway-json/muxes.go'), 'utf8');
  const told = readGatewayMuxes(parser, text).map((mux) => mux.json);
  const off = { ...defaultJson, emitUnpopulated: false };
  expect(told).toEqual([
    defaultJson,
    { ...defaultJson, useProtoNames: true },
    off,
    { ...off, emitDefaultValues: true },
    { ...defaultJson, useEnumNumbers: true },
    { ...defaultJson, discardUnknown: false },
    undefined,
  ]);
});

it('never throws', { timeout: 60_000 }, () => {
  const text = readFileSync(join(import.meta.dirname, '../../../labs/gateway-json/muxes.go'), 'utf8');
  withstand([text], damageText, (broken) => readGatewayMuxes(parser, broken));
});
