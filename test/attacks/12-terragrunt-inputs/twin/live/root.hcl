locals {
  office = "10.1.0.0/16"
}

inputs = {
  cidr = local.office
}
