package balance

import (
	"google.golang.org/grpc/balancer"
	"google.golang.org/grpc/balancer/base"
)

type picker struct{ balancer.V2Picker } /* want */

func (picker) Pick(balancer.PickOptions) {} /* want */

var builder = base.NewBalancerBuilderV2("mine", nil, base.Config{}) /* want */
