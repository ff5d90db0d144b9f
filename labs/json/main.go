// Command json reads JSON with the old package and the new one and prints which of them takes it.
package main

import (
	"fmt"

	"example.com/json/pb"
	"github.com/golang/protobuf/jsonpb"
	"google.golang.org/protobuf/encoding/protojson"
)

func main() {
	inputs := []struct{ name, text string }{
		{"as it should be", `{"text": "a"}`},
		{"a field twice", `{"text": "a", "text": "b"}`},
		{"text behind the message", `{"text": "a"} b`},
		{"null in a list", `{"parts": [null]}`},
		{"bytes that are no UTF-8", "{\"text\": \"\xff\"}"},
		{"an unknown field", `{"txet": "a"}`},
	}
	for _, input := range inputs {
		old := jsonpb.UnmarshalString(input.text, &pb.Note{})
		current := protojson.Unmarshal([]byte(input.text), &pb.Note{})
		fmt.Printf("%s: jsonpb %s, protojson %s\n", input.name, verdict(old), verdict(current))
	}
}

func verdict(err error) string {
	if err == nil {
		return "takes it"
	}
	return "refuses"
}
