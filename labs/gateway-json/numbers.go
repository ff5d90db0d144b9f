package main

import (
	"bytes"
	"encoding/json"
	"io"
	"reflect"
	"strings"

	"github.com/grpc-ecosystem/grpc-gateway/v2/runtime"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
)

// numberMarshaler writes 64-bit integers as JSON numbers, which protojson never does: it decodes what protojson wrote, and
// writes it once more. What an Any holds stays as it is.
type numberMarshaler struct {
	runtime.JSONPb
}

func (m *numberMarshaler) Marshal(v any) ([]byte, error) {
	data, err := m.JSONPb.Marshal(v)
	message, isMessage := v.(proto.Message)
	if err != nil || !isMessage {
		return data, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var decoded any
	if err := decoder.Decode(&decoded); err != nil {
		return nil, err
	}
	return json.Marshal(m.message(decoded, message.ProtoReflect().Descriptor()))
}

// NewEncoder is what the gateway uses for streams.
func (m *numberMarshaler) NewEncoder(w io.Writer) runtime.Encoder {
	return runtime.EncoderFunc(func(v any) error {
		data, err := m.Marshal(v)
		if err == nil {
			_, err = w.Write(append(data, m.Delimiter()...))
		}
		return err
	})
}

func (m *numberMarshaler) message(value any, descriptor protoreflect.MessageDescriptor) any {
	switch descriptor.FullName() {
	case "google.protobuf.Int64Value", "google.protobuf.UInt64Value":
		return number(value)
	}
	object, ok := value.(map[string]any)
	if !ok || descriptor.FullName().Parent() == "google.protobuf" {
		return value
	}
	for i := range descriptor.Fields().Len() {
		field := descriptor.Fields().Get(i)
		name := field.JSONName()
		if m.UseProtoNames {
			name = string(field.Name())
		}
		if one, ok := object[name]; ok {
			object[name] = m.field(one, field)
		}
	}
	return object
}

func (m *numberMarshaler) field(value any, field protoreflect.FieldDescriptor) any {
	switch {
	case field.IsMap():
		object, _ := value.(map[string]any)
		for key, one := range object {
			object[key] = m.single(one, field.MapValue())
		}
	case field.IsList():
		list, _ := value.([]any)
		for i, one := range list {
			list[i] = m.single(one, field)
		}
	default:
		return m.single(value, field)
	}
	return value
}

func (m *numberMarshaler) single(value any, field protoreflect.FieldDescriptor) any {
	switch field.Kind() {
	case protoreflect.Int64Kind, protoreflect.Uint64Kind, protoreflect.Sint64Kind, protoreflect.Fixed64Kind, protoreflect.Sfixed64Kind:
		return number(value)
	case protoreflect.MessageKind, protoreflect.GroupKind:
		return m.message(value, field.Message())
	}
	return value
}

func number(value any) any {
	if text, ok := value.(string); ok {
		return json.Number(text)
	}
	return value
}

// optionsWithNumbers names the options of protojson that make a number of an int64: each switch is tried on its own.
func optionsWithNumbers() (tried, found []string) {
	tried, found = []string{}, []string{}
	for i := range reflect.TypeFor[protojson.MarshalOptions]().NumField() {
		field := reflect.TypeFor[protojson.MarshalOptions]().Field(i)
		if field.Type.Kind() != reflect.Bool {
			continue
		}
		var options protojson.MarshalOptions
		reflect.ValueOf(&options).Elem().Field(i).SetBool(true)
		tried = append(tried, field.Name)
		if !strings.Contains(strings.ReplaceAll(options.Format(everything()), " ", ""), `"9007199254740993"`) {
			found = append(found, field.Name)
		}
	}
	return tried, found
}
