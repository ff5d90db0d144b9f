package docs

import "crypto/x509"

// In Python it is x509.VerificationError.
const note = "x509.VerificationError, x509.RejectedByCallback"

var pool = x509.NewCertPool()
