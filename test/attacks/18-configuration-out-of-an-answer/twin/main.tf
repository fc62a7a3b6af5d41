resource "aws_sqs_queue" "orders" {
  name = "orders"
}

data "http" "settings" {
  url = "https://settings.example.com/settings.json"
}
