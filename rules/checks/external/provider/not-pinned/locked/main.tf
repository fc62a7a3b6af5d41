terraform {
  required_providers {
    # pass: external-provider-not-pinned
    datadog = {
      source  = "DataDog/datadog"
      version = "~> 3.0"
    }
    # fail: external-provider-not-pinned
    github = {
      source  = "integrations/github"
      version = "~> 6.0"
    }
  }
}
