terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "orders/terraform.tfstate"
    region = "eu-west-1"
  }
}
