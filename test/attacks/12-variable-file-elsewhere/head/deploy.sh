#!/bin/sh
set -eu
cd infra
terraform init
terraform apply -var-file=../settings/network.tfvars -auto-approve
