resource "aws_sqs_queue" "orders" {
  name = "orders"
}

module "settings" {
  source = "./settings"
  host   = "settings.example.com"
}
