#!/bin/sh
set -eu
cd infra
terraform init
terraform apply -auto-approve
