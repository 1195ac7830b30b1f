#!/bin/sh
# Makes the certificates of the test receiver and of its clients once; the result is committed, so no test needs openssl (3.x).
# They end in 2075, but for the expired ones. One key for all receivers: it protects nothing.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
touch "$work/index" && echo 1000 >"$work/serial"
cat >"$work/ca.conf" <<EOF
[ca]
default_ca = test_ca
[test_ca]
database = $work/index
serial = $work/serial
new_certs_dir = $work
default_md = sha256
unique_subject = no
copy_extensions = copy
policy = any
[any]
commonName = supplied
[req]
distinguished_name = dn
prompt = no
[dn]
CN = unused
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
[client]
basicConstraints = CA:FALSE
extendedKeyUsage = clientAuth
EOF
openssl ecparam -name prime256v1 -genkey -noout -out "$work/ca.key"
openssl ecparam -name prime256v1 -genkey -noout -out "$work/intermediate.key"
openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out server.key
openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out client.key
passphrase='pass:open sesame'
openssl pkcs8 -topk8 -in client.key -v2 aes-256-cbc -passout "$passphrase" -out client-encrypted.key
openssl pkcs8 -topk8 -in client.key -v2 aes-256-cbc -iter 2000000 -passout "$passphrase" -out client-costly.key
openssl pkcs8 -topk8 -in client.key -scrypt -passout "$passphrase" -out client-scrypt.key
# The form of old, with headers inside the PEM, which node:crypto reads but does not write.
openssl genrsa -traditional -aes128 -passout "$passphrase" -out rsa-client.key 2048 2>/dev/null
openssl genrsa -out weak-client.key 1024 2>/dev/null

issue() { # file, common name, names, from, until, extra arguments of `openssl ca`
  file=$1 name=$2 names=$3 from=$4 until=$5
  shift 5
  case $file in
  ca.crt) key=$work/ca.key ;;
  intermediate.crt) key=$work/intermediate.key ;;
  rsa-client.crt) key=rsa-client.key ;;
  weak-client.crt) key=weak-client.key ;;
  client*) key=client.key ;;
  *) key=server.key ;;
  esac
  openssl req -new -config "$work/ca.conf" -key "$key" -passin "$passphrase" -subj "/CN=$name" ${names:+-addext "subjectAltName=$names"} -out "$work/request"
  openssl ca -batch -notext -config "$work/ca.conf" -in "$work/request" -out "$file" -startdate "$from" -enddate "$until" "$@" 2>/dev/null
}
here=DNS:localhost,DNS:receiver.test,IP:127.0.0.1,IP:::1
by_ca="-cert ca.crt -keyfile $work/ca.key -extensions server"
issue ca.crt 'Signpost test authority' '' 20250101000000Z 20750101000000Z -selfsign -keyfile "$work/ca.key" -extensions authority
issue valid.crt localhost $here 20250101000000Z 20750101000000Z $by_ca
issue expired.crt localhost $here 20200101000000Z 20210101000000Z $by_ca
issue wrong-host.crt other.example DNS:other.example 20250101000000Z 20750101000000Z $by_ca
issue self-signed.crt localhost $here 20250101000000Z 20750101000000Z -selfsign -keyfile server.key -extensions server
issue intermediate.crt 'Signpost test intermediate' '' 20250101000000Z 20750101000000Z -cert ca.crt -keyfile "$work/ca.key" -extensions authority
by_intermediate="-cert intermediate.crt -keyfile $work/intermediate.key"
issue by-intermediate.crt localhost $here 20250101000000Z 20750101000000Z $by_intermediate -extensions server
by_ca="-cert ca.crt -keyfile $work/ca.key -extensions client"
issue client.crt loans-client '' 20250101000000Z 20750101000000Z $by_ca
issue client-expired.crt loans-client '' 20200101000000Z 20210101000000Z $by_ca
issue client-by-intermediate.crt hr-client '' 20250101000000Z 20750101000000Z $by_intermediate -extensions client
issue rsa-client.crt rsa-client '' 20250101000000Z 20750101000000Z $by_ca
issue weak-client.crt weak-client '' 20250101000000Z 20750101000000Z $by_ca
