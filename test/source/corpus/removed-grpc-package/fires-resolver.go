package discovery

import gr "google.golang.org/grpc/resolver"

type builder struct{}

func (builder) Build(target gr.Target, conn gr.ClientConn, opts gr.BuildOption) (gr.Resolver, error) { /* want */
	return nil, nil
}

func (builder) ResolveNow(gr.ResolveNowOption) {} /* want */
