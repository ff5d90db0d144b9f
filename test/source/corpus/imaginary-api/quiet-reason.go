package check

import (
	"crypto/x509"
	"errors"
)

func reason(err error) x509.InvalidReason {
	var failed x509.CertificateInvalidError
	if errors.As(err, &failed) && failed.Reason == x509.NameMismatch {
		return failed.Reason
	}
	return 0
}
