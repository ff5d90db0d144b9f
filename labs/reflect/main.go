// Command reflect writes and reads a message, asks its own server for the descriptors of a service, and puts them together as a client does.
package main

import (
	"context"
	"fmt"
	"net"
	"os"

	"example.com/reflect/pb/role"
	"example.com/reflect/pb/user"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/reflection"
	reflectionpb "google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/types/descriptorpb"
)

type roles struct {
	role.UnimplementedRolesServer
}

func main() {
	written, err := proto.Marshal(&role.Role{Owner: &user.User{Name: "ann"}})
	if err == nil {
		err = proto.Unmarshal(written, &role.Role{})
	}
	fmt.Println("message:", err)
	files, err := ask("reflect.v1.Roles")
	if err == nil {
		_, err = protodesc.NewFiles(&descriptorpb.FileDescriptorSet{File: files})
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "descriptors:", err)
		os.Exit(1)
	}
	fmt.Println("descriptors: complete")
}

// ask gets the file with a symbol, and the files that it imports.
func ask(symbol string) ([]*descriptorpb.FileDescriptorProto, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	server := grpc.NewServer()
	role.RegisterRolesServer(server, &roles{})
	reflection.Register(server)
	go server.Serve(listener)
	defer server.Stop()
	conn, err := grpc.NewClient(listener.Addr().String(), grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	stream, err := reflectionpb.NewServerReflectionClient(conn).ServerReflectionInfo(context.Background())
	if err != nil {
		return nil, err
	}
	found := map[string]*descriptorpb.FileDescriptorProto{}
	var files []*descriptorpb.FileDescriptorProto
	get := func(request *reflectionpb.ServerReflectionRequest) error {
		if err := stream.Send(request); err != nil {
			return err
		}
		answer, err := stream.Recv()
		if err != nil {
			return err
		}
		if refused := answer.GetErrorResponse(); refused != nil {
			fmt.Printf("reflection: code %d: %s\n", refused.ErrorCode, refused.ErrorMessage)
			return nil
		}
		for _, encoded := range answer.GetFileDescriptorResponse().GetFileDescriptorProto() {
			file := &descriptorpb.FileDescriptorProto{}
			if err := proto.Unmarshal(encoded, file); err != nil {
				return err
			}
			if found[file.GetName()] == nil {
				found[file.GetName()] = file
				files = append(files, file)
			}
		}
		return nil
	}
	bySymbol := &reflectionpb.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: symbol}
	if err := get(&reflectionpb.ServerReflectionRequest{MessageRequest: bySymbol}); err != nil {
		return nil, err
	}
	for at := 0; at < len(files); at++ {
		for _, name := range files[at].GetDependency() {
			if found[name] != nil {
				continue
			}
			byName := &reflectionpb.ServerReflectionRequest_FileByFilename{FileByFilename: name}
			if err := get(&reflectionpb.ServerReflectionRequest{MessageRequest: byName}); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}
