package check

import (
	"crypto/x509"
	"errors"
)

func reason(err error) int {
	var failed x509.CertificateInvalidError
	if errors.As(err, &failed) {
		return int(failed.Code) /* want */
	}
	var other x509.VerificationError /* want */
	if errors.As(err, &other) {
		return int(x509.RejectedByCallback) /* want */
	}
	return 0
}
