terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "payments/terraform.tfstate"
    region = "eu-west-1"
    encrypt = true
  }
}
