terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = "~> 3.0"
    archive = {
      source = "registry.terraform.io/hashicorp/archive"
    }
    # fail: external-provider-not-pinned
    datadog = {
      source  = "DataDog/datadog"
      version = ">= 3.0"
    }
    # fail: external-provider-not-pinned
    github = {
      source = "integrations/github"
    }
    # pass: external-provider-not-pinned
    cloudflare = {
      source  = "cloudflare/cloudflare"
      version = "5.12.0"
    }
    # fail: external-provider-not-pinned
    lookalike = {
      source = "example.com/hashicorp/aws"
    }
  }
}
