terraform {
  # fail: external-backend-moved
  backend "s3" {
    bucket = "acme-state"
    key    = "orders/terraform.tfstate"
    region = "eu-west-1"
  }
}
