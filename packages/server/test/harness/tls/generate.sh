#!/bin/sh
# Makes the certificates of the test receiver once; the result is committed, so no test needs openssl (3.x).
# They end in 2075, but for the expired one. One key for all: it protects nothing.
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
EOF
openssl ecparam -name prime256v1 -genkey -noout -out "$work/ca.key"
openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out server.key

issue() { # file, common name, names, from, until, extra arguments of `openssl ca`
  file=$1 name=$2 names=$3 from=$4 until=$5
  shift 5
  key=server.key && [ "$file" = ca.crt ] && key=$work/ca.key
  openssl req -new -config "$work/ca.conf" -key "$key" -subj "/CN=$name" ${names:+-addext "subjectAltName=$names"} -out "$work/request"
  openssl ca -batch -notext -config "$work/ca.conf" -in "$work/request" -out "$file" -startdate "$from" -enddate "$until" "$@" 2>/dev/null
}
here=DNS:localhost,DNS:receiver.test,IP:127.0.0.1,IP:::1
by_ca="-cert ca.crt -keyfile $work/ca.key -extensions server"
issue ca.crt 'Signpost test authority' '' 20250101000000Z 20750101000000Z -selfsign -keyfile "$work/ca.key" -extensions authority
issue valid.crt localhost $here 20250101000000Z 20750101000000Z $by_ca
issue expired.crt localhost $here 20200101000000Z 20210101000000Z $by_ca
issue wrong-host.crt other.example DNS:other.example 20250101000000Z 20750101000000Z $by_ca
issue self-signed.crt localhost $here 20250101000000Z 20750101000000Z -selfsign -keyfile server.key -extensions server
