package check

import "crypto/x509"

func reason(failed *x509.CertificateInvalidError) any {
	return failed.Code /* want */
}
