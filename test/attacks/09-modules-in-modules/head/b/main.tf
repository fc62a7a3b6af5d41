module "one" {
  source = "../c"
}

module "two" {
  source = "../c"
}

module "three" {
  source = "../c"
}
