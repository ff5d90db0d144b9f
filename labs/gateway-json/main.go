// Command gateway-json serves one message behind a grpc-gateway, once for each way of writing JSON, until its input ends.
// It prints its address, what it found out about protojson, and what encoding/json makes of a message, as one line of JSON.
package main

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"math"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/gateway-json/pb"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/durationpb"
	"google.golang.org/protobuf/types/known/emptypb"
	"google.golang.org/protobuf/types/known/fieldmaskpb"
	"google.golang.org/protobuf/types/known/structpb"
	"google.golang.org/protobuf/types/known/timestamppb"
	"google.golang.org/protobuf/types/known/wrapperspb"
)

type store struct {
	pb.UnimplementedStoreServer
}

func (store) Get(_ context.Context, in *pb.GetRequest) (*pb.Everything, error) {
	switch in.GetWhich() {
	case "finite":
		return everything(), nil
	case "special":
		special := everything()
		special.Dbl, special.Flt = math.NaN(), float32(math.Inf(1))
		special.Kind, special.Kinds = pb.Kind(77), []pb.Kind{pb.Kind_KIND_FILM, pb.Kind(77)}
		return special, nil
	default:
		return &pb.Everything{}, nil
	}
}

func (store) Put(_ context.Context, in *pb.Everything) (*pb.Everything, error) {
	return in, nil
}

// everything has a value in each of its fields.
func everything() *pb.Everything {
	inner := &pb.Inner{BigNum: 9007199254740993, InnerName: "inner"}
	packed, err := anypb.New(inner)
	if err != nil {
		log.Fatal(err)
	}
	object := &structpb.Struct{Fields: map[string]*structpb.Value{"a": structpb.NewNumberValue(1)}}
	list := &structpb.ListValue{Values: []*structpb.Value{structpb.NewStringValue("b"), structpb.NewNullValue()}}
	return &pb.Everything{
		FullTitle: "t", UserId: 12, NickName: "n",
		Int64Value: 9007199254740993, Uint64Value: 18446744073709551615, Fixed64Value: 7, Sint64Value: -7,
		Int32Value: -1, Uint32Value: 4294967295, Truth: true, Dbl: 1.5, Flt: 2.5, Raw: []byte{0xfb, 0xff},
		Bignums: []int64{9007199254740993}, MaybeText: proto.String("m"), MaybeNumber: proto.Int64(3), MaybeInner: inner,
		Kind: pb.Kind_KIND_BOOK, Kinds: []pb.Kind{pb.Kind_KIND_FILM, pb.Kind_KIND_BOOK},
		Totals: map[string]int64{"k": 9007199254740993}, Labels: map[int64]string{5: "five"},
		Inners: map[string]*pb.Inner{"i": inner}, Inner: inner, InnerList: []*pb.Inner{inner},
		WrappedString: wrapperspb.String("w"), WrappedInt64: wrapperspb.Int64(9007199254740993),
		WrappedBool: wrapperspb.Bool(true), WrappedBytes: wrapperspb.Bytes([]byte{0xfb, 0xff}),
		WrappedDouble: wrapperspb.Double(0.5),
		At:            timestamppb.New(time.Unix(1700000000, 500000000)), Lasts: durationpb.New(1500 * time.Millisecond),
		Mask:   &fieldmaskpb.FieldMask{Paths: []string{"nick_name", "inner.big_num"}},
		Object: object, Anything: structpb.NewStructValue(object), List: list, Nothing: structpb.NullValue_NULL_VALUE,
		Packed: packed, Empty: &emptypb.Empty{}, Choice: &pb.Everything_ChoiceInner{ChoiceInner: inner},
	}
}

func main() {
	backend, front := listen(), listen()
	server := grpc.NewServer()
	pb.RegisterStoreServer(server, store{})
	go func() { log.Fatal(server.Serve(backend)) }()
	connection, err := grpc.DialContext(context.Background(), backend.Addr().String(),
		grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		log.Fatal(err)
	}
	handler := http.NewServeMux()
	for name, mux := range muxes() {
		if err := pb.RegisterStoreHandler(context.Background(), mux, connection); err != nil {
			log.Fatal(err)
		}
		handler.Handle("/"+name+"/", http.StripPrefix("/"+name, mux))
	}
	go func() { log.Fatal(http.Serve(front, handler)) }()
	tried, found := optionsWithNumbers()
	plain, err := json.Marshal(&pb.Everything{NickName: "n"})
	if err != nil {
		log.Fatal(err)
	}
	started := map[string]any{"address": front.Addr().String(), "tried": tried, "found": found, "plain": string(plain)}
	if err := json.NewEncoder(os.Stdout).Encode(started); err != nil {
		log.Fatal(err)
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
}

func listen() net.Listener {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	return listener
}
