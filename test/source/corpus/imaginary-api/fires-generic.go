package check

import (
	"crypto/x509"
	"errors"
)

func reason(err error) any {
	if failed, ok := errors.AsType[x509.CertificateInvalidError](err); ok {
		return failed.Code /* want */
	}
	return nil
}
