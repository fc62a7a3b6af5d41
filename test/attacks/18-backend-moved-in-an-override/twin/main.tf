terraform {
  backend "s3" {
    bucket = "elsewhere-state"
    key    = "orders/terraform.tfstate"
    region = "eu-west-1"
  }
}
