module "one" {
  source = "./a"
}

module "two" {
  source = "./a"
}

module "three" {
  source = "./a"
}
