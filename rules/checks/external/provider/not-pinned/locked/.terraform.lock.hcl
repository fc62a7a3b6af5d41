# This file is maintained automatically by "terraform init".
# Manual edits may be lost in future updates.

provider "registry.terraform.io/datadog/datadog" {
  version     = "3.40.0"
  constraints = "~> 3.0"
  hashes = [
    "h1:4b3b4e0b7f0d8a7b1c2d3e4f5a6b7c8d9e0f1a2b3c4=",
    "zh:4b3b4e0b7f0d8a7b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7",
  ]
}
