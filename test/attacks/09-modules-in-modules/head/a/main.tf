module "one" {
  source = "../b"
}

module "two" {
  source = "../b"
}

module "three" {
  source = "../b"
}
