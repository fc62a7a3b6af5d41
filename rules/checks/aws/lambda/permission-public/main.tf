variable "principal" {
  type    = string
  default = "*"
}

variable "unknown" {
  type = string
}

resource "aws_sns_topic" "events" {
  name = "events"
}

# fail: aws-lambda-permission-public
resource "aws_lambda_permission" "public" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  # fail: aws-lambda-permission-public
  principal = "*"
}

# fail: aws-lambda-permission-public
resource "aws_lambda_permission" "by_default" {
  action        = "lambda:*"
  function_name = "orders"
  principal     = var.principal
}

# Anyone with an AWS account can sign.
# fail: aws-lambda-permission-public
resource "aws_lambda_permission" "signed_by_anyone" {
  action                 = "lambda:InvokeFunctionUrl"
  function_name          = "orders"
  principal              = "*"
  function_url_auth_type = "AWS_IAM"
}

# Every account has topics with every name.
# fail: aws-lambda-permission-public
resource "aws_lambda_permission" "any_topic" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
  source_arn    = "arn:aws:sns:*:*:events"
}

# fail: aws-lambda-permission-public
resource "aws_lambda_permission" "nothing" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = null
}

# pass: aws-lambda-permission-public
resource "aws_lambda_permission" "organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "orders"
  principal        = "*"
  principal_org_id = "o-abc123defg"
}

# pass: aws-lambda-permission-public
resource "aws_lambda_permission" "source" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "*"
  source_arn    = aws_sns_topic.events.arn
}

# pass: aws-lambda-permission-public
resource "aws_lambda_permission" "account" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "111122223333"
}

# open: aws-lambda-permission-public
resource "aws_lambda_permission" "unknown" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = var.unknown
}
