locals {
  office = "0.0.0.0/0"
}

inputs = {
  cidr = local.office
}
