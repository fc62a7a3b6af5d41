terraform {
  # pass: external-backend-moved
  backend "s3" {
    bucket = "acme-state"
    key    = "payments/terraform.tfstate"
    region = "eu-west-1"
  }
}
