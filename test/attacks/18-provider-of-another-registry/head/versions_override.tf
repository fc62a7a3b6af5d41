terraform {
  required_providers {
    aws = {
      source  = "registry.terraform.io.example.com/hashicorp/aws"
      version = "6.0.0"
    }
  }
}
