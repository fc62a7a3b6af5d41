module "network" {
  source = "./network"
  cidr   = "0.0.0.0/0"
}
