terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    # pass: external-provider-other-registry
    random = {
      source  = "registry.terraform.io/hashicorp/random"
      version = "3.7.2"
    }
    # fail: external-provider-other-registry
    lookalike = {
      source  = "registry.terraform.io.example.com/hashicorp/aws"
      version = "6.0.0"
    }
  }
}
