#!/bin/sh
set -eu
cd infra
terraform init
terraform workspace select open
terraform apply -auto-approve
