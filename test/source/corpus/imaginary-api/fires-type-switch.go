package check

import "crypto/x509"

func reason(err error) any {
	switch failed := err.(type) {
	case x509.CertificateInvalidError:
		return failed.Code /* want */
	case x509.HostnameError:
		return failed.Host
	}
	if failed, ok := err.(*x509.CertificateInvalidError); ok {
		return failed.Code /* want */
	}
	return nil
}
