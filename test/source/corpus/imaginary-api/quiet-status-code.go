package check

import (
	"crypto/x509"

	"google.golang.org/grpc/status"
)

type answer struct{ Code int }

func code(err error) any {
	var failed x509.CertificateInvalidError
	_ = failed
	{
		failed := answer{Code: 1}
		_ = failed.Code
	}
	return status.Convert(err).Code()
}
