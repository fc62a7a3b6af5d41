#!/bin/sh
set -eu
cd infra
terraform init
terraform workspace select prod
terraform apply -auto-approve
