package check

import x "crypto/x509"

var expired = &x.CertificateInvalidError{
	Cert: nil,
	Code: x.Expired, /* want */
}
